/** The room: an agreement, its record and what the text says of it, for everybody at once, in a browser and over HTTP. */
module holdfast.server {
    requires static org.jspecify;
    requires holdfast.publish;
    requires transitive holdfast.record;
    requires transitive holdfast.report;
    requires io.github.bucket4j.core;
    requires io.javalin;
    requires java.net.http;
    requires com.nimbusds.jose.jwt;
    requires oauth2.oidc.sdk;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.eclipse.jetty.server;
    requires org.eclipse.jetty.util;
    requires jakarta.servlet;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports holdfast.server;
    exports holdfast.server.access;
    exports holdfast.server.exercise;
    exports holdfast.server.room;
}
