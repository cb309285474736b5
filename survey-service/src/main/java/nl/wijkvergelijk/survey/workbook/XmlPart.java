package nl.wijkvergelijk.survey.workbook;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part, read forwards; names without their namespace. A document type declaration ends the reading: no entity is ever resolved. */
final class XmlPart {
    private static final XMLInputFactory FACTORY = factory();

    /** A part that spreadsheets write is some ten deep, and uses less than two hundred names. The reader keeps what is open, and every name it has seen. */
    private static final int DEEPEST = 100;

    private static final int MOST_NAMES = 2_000;

    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();

    XmlPart(byte[] content) throws XMLStreamException {
        this.reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
        return factory;
    }

    /** Goes to the next start or end of an element; false at the end of the part. */
    boolean next() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private int step() throws XMLStreamException {
        int event = reader.next();
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Unreadable.declarations();
            case XMLStreamConstants.START_ELEMENT -> countNames();
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> count(reader.getPITarget());
            default -> {}
        }
        return event;
    }

    private void countNames() {
        count(reader.getPrefix());
        count(reader.getLocalName());
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            count(reader.getNamespacePrefix(i));
            count(reader.getNamespaceURI(i));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            count(reader.getAttributePrefix(i));
            count(reader.getAttributeLocalName(i));
        }
    }

    private void count(String name) {
        if (names.add(name) && names.size() > MOST_NAMES) {
            throw Unreadable.tooLarge();
        }
    }

    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** An attribute of the element that starts here, by its local name; null when absent. */
    String attribute(String name) {
        for (int i = 0; reader.isStartElement() && i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text up to the end of the element that starts here, without that in elements called {@code but}. */
    String text(String element, String but) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int skipping = 0;
        while (reader.hasNext()) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT ->
                    skipping += reader.getLocalName().equals(but) ? 1 : 0;
                case XMLStreamConstants.END_ELEMENT -> {
                    if (reader.getLocalName().equals(element)) {
                        return text.toString();
                    }
                    skipping -= reader.getLocalName().equals(but) ? 1 : 0;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (skipping == 0) {
                        text.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }
}
