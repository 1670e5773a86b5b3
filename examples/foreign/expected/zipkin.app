maven io.zipkin:zipkin-server:3.5.1:jar:exec
ways agent runserver
GET /health
