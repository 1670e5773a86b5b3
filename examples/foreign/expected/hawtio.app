maven io.hawt:hawtio-war:4.2.0:war
ways runserver tomcat
GET /jolokia/version
