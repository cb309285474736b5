package nl.wijkvergelijk.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ends connections whose client keeps the service waiting: with a request that does not come whole, or an answer that is not taken. Who sends or takes a kilobyte a
 * second goes on, though the content of one request has to come within a quarter of an hour; and a request that is being worked on may last. (The framework only knows a time without any bytes, and that has to be long: of an
 * import nothing is heard for most of a minute.)
 */
final class Pace extends ChannelDuplexHandler {

    /** What has become of the last request of a connection; kept as numbers, which mean the same to every class loader. */
    static final AttributeKey<IntSupplier> LAST = AttributeKey.valueOf("wijkvergelijk.last-request");

    /** Whether the request that is read now has come to its end. The request itself says only whether its end was handed on, which nobody fetches who has all he waits for. */
    private static final AttributeKey<Boolean> WHOLE = AttributeKey.valueOf("wijkvergelijk.request-is-whole");

    private static final int NONE = 0;
    static final int COMING = 1;
    static final int AT_WORK = 2;
    static final int ANSWERED = 3;
    private static final int OTHER = 4;

    /** A client is slow when it was at two looks in a row, so after 14 seconds at most 7 more. */
    private static final long LOOK_SECONDS = 7;

    private static final long SLOWEST = LOOK_SECONDS * 1024;
    private static final int PATIENCE = 2;

    /** Bytes that may be taken too few before a client is slow. What is taken the operating system tells us in bursts, so whoever has taken many may then take none for a while. */
    private static final long LEEWAY = 3 * SLOWEST;

    private static final long MOST_LEEWAY = 9 * SLOWEST;

    /** Content of 100 MB comes within this time at 1 Mbit/s; it keeps a thread waiting. */
    private static final long LONGEST_CONTENT_LOOKS = 15 * 60 / LOOK_SECONDS;

    /** Bytes of earlier answers, when the next request comes over the same connection. */
    private static final long MOST_NOT_TAKEN = 1 << 16;

    private long in;
    private long out;
    private long pendingBefore;
    private IntSupplier lastBefore;
    private int stateBefore;
    private long leeway = LEEWAY;
    private int looksAtContent;
    private int slowLooks;
    private ScheduledFuture<?> looks;

    /** Notes that the head of a request has come whole. Ends the connection when more and more is asked over it and none of the answers is taken. */
    static void of(HttpServerRequest request) {
        if (request.connection() instanceof ConnectionBase connection) {
            Channel channel = connection.channel();
            if (channel.attr(WHOLE).get() == null) {
                channel.attr(WHOLE).set(false);
                seeEnds(channel.pipeline());
            }
            channel.attr(LAST).set(() -> state(request, channel));
            if (pending(channel) > MOST_NOT_TAKEN && request.version() != HttpVersion.HTTP_2) {
                end(channel.pipeline().context(Pace.class));
            }
        }
    }

    /** From a connection's first request on. */
    private static void seeEnds(ChannelPipeline pipeline) {
        ChannelHandlerContext decoder = pipeline.context(HttpRequestDecoder.class);
        if (decoder != null) {
            pipeline.addAfter(decoder.name(), "ends", new Ends());
        }
    }

    private static long pending(Channel channel) {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** What was not taken is not kept any longer. From here, since behind this handler closing waits until everything has been sent. */
    private static void end(ChannelHandlerContext context) {
        if (context != null) {
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        }
    }

    private static int state(HttpServerRequest request, Channel channel) {
        if (request.version() == HttpVersion.HTTP_2) {
            return OTHER;
        }
        if (request.response().ended()) {
            return ANSWERED;
        }
        return Boolean.TRUE.equals(channel.attr(WHOLE).get()) ? AT_WORK : COMING;
    }

    /** Sees where requests begin and end. */
    private static final class Ends extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
            if (message instanceof HttpRequest) {
                context.channel().attr(WHOLE).set(false);
            }
            if (message instanceof LastHttpContent) {
                context.channel().attr(WHOLE).set(true);
            }
            super.channelRead(context, message);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        // After a pause of the machine not several looks at once.
        looks = context.executor()
                .scheduleWithFixedDelay(() -> look(context), LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        super.channelActive(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        if (looks != null) {
            looks.cancel(false);
        }
        super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        in += size(message);
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        out += size(message);
        super.write(context, message, promise);
    }

    private static long size(Object message) {
        if (message instanceof ByteBuf bytes) {
            return bytes.readableBytes();
        }
        return message instanceof FileRegion file ? file.count() : 0;
    }

    private void look(ChannelHandlerContext context) {
        Channel channel = context.channel();
        long pending = pending(channel);
        IntSupplier last = channel.attr(LAST).get();
        int state = last == null ? NONE : last.getAsInt();
        boolean isSameRequest = last == lastBefore;
        // One that is just coming at each look is another request each time.
        slowLooks = isSendingSlowly(channel, state, isSameRequest) ? (isSameRequest ? slowLooks : 0) + 1 : 0;
        looksAtContent = state == COMING && isSameRequest ? looksAtContent + 1 : 0;
        boolean isTakingSlowly = isTakingSlowly(pending);
        in = 0;
        out = 0;
        pendingBefore = pending;
        lastBefore = last;
        stateBefore = state;
        if (slowLooks >= PATIENCE || isTakingSlowly || looksAtContent > LONGEST_CONTENT_LOOKS) {
            end(context);
        }
    }

    private boolean isTakingSlowly(long pending) {
        if (pending == 0 || pendingBefore == 0) {
            leeway = LEEWAY;
            return false;
        }
        leeway = Math.min(leeway + pendingBefore + out - pending - SLOWEST, MOST_LEEWAY);
        return leeway <= 0;
    }

    /** A head has to come whole between two looks; of content that we do not read for the moment nobody is to blame but us. */
    private boolean isSendingSlowly(Channel channel, int state, boolean isSameRequest) {
        boolean isHead = state == NONE
                || state == ANSWERED && stateBefore == ANSWERED && isSameRequest && (in > 0 || slowLooks > 0);
        return isHead || state == COMING && in < SLOWEST && channel.config().isAutoRead();
    }
}
