# Fuseki on Jetty 12, from its own jar
jdk 21
maven org.apache.jena:jena-fuseki-server:6.2.0:jar
ways agent runserver
args --port {port} --mem /ds
GET /$/ping
