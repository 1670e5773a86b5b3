maven io.zipkin:zipkin-server:3.5.1:jar:exec
ways agent runserver
ASK /health
told runserver devserver: this application serves with Netty, which is none of Jetty, Tomcat and Undertow: its requests are not shown. With -Ddevserver.background=true its calls are, by thread
