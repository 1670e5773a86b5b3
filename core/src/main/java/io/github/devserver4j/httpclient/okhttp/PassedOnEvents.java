package io.github.devserver4j.httpclient.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The events that nothing is recorded of, as the application's own listener gets them. Versions of OkHttp that have fewer
 * events don't call the others.
 */
abstract class PassedOnEvents extends EventListener {

    /** The application's own listener. */
    final EventListener application;

    PassedOnEvents(EventListener application) {
        this.application = application;
    }

    @Override
    public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
        application.dispatcherQueueEnd(call, dispatcher);
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        application.proxySelectEnd(call, url, proxies);
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        application.dnsStart(call, domainName);
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        application.dnsEnd(call, domainName, addresses);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        application.connectStart(call, address, proxy);
    }

    @Override
    public void secureConnectStart(Call call) {
        application.secureConnectStart(call);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        application.secureConnectEnd(call, handshake);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        application.connectEnd(call, address, proxy, protocol);
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        application.connectFailed(call, address, proxy, protocol, failure);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        application.connectionReleased(call, connection);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        application.requestHeadersEnd(call, request);
    }

    @Override
    public void requestBodyStart(Call call) {
        application.requestBodyStart(call);
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        application.requestFailed(call, failure);
    }

    @Override
    public void responseHeadersStart(Call call) {
        application.responseHeadersStart(call);
    }

    @Override
    public void responseBodyStart(Call call) {
        application.responseBodyStart(call);
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        application.responseFailed(call, failure);
    }

    @Override
    public void canceled(Call call) {
        application.canceled(call);
    }

    @Override
    public void satisfactionFailure(Call call, Response response) {
        application.satisfactionFailure(call, response);
    }

    @Override
    public void cacheMiss(Call call) {
        application.cacheMiss(call);
    }

    @Override
    public void cacheConditionalHit(Call call, Response cachedResponse) {
        application.cacheConditionalHit(call, cachedResponse);
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retry) {
        application.retryDecision(call, failure, retry);
    }

    @Override
    public void followUpDecision(Call call, Response networkResponse, @Nullable Request nextRequest) {
        application.followUpDecision(call, networkResponse, nextRequest);
    }
}
