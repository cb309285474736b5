-- Whether a response was ever published is asked with every response that is read. One that never was, and was saved a thousand times, has a thousand events to look through.
create index event_of_publication on history.event (round, municipality) where subject = 'response' and action = 'publish';
