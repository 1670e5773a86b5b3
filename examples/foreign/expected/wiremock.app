maven org.wiremock:wiremock-standalone:3.13.1:jar
ways agent runserver
args --port {port}
GET /__admin/mappings
