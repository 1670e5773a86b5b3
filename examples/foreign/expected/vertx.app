# Vert.x: it is told that its requests are not shown
build vertx target/vertx.jar
ways agent runserver
args {port}
told runserver devserver: this application serves with Vert.x, which is none of Jetty, Tomcat and Undertow: its requests are not shown. With -Ddevserver.background=true its calls are, by thread
ASK /
