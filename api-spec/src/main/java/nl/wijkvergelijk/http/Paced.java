package nl.wijkvergelijk.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;

/** Gives each connection its {@link Pace}. Netty finds this class by its name in META-INF/services, once {@link Pacing} has said so. */
public final class Paced extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst("pace", new Pace());
    }
}
