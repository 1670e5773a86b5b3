maven org.apache.jena:jena-fuseki-war:5.0.0-rc1:war
ways runserver tomcat
GET /
