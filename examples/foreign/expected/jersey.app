# Jersey 4 in an embedded Jetty 12.0
build jersey target/jersey.jar
ways agent runserver
args {port}
GET /myresource
| [date] "GET /myresource HTTP/1.1" 200 7 (time: #s; sql: #ms (0q); mem: #)
GET /myresource/2
