/**
 * The launcher: {@code java -jar devserver.jar runserver APP [ADDR:PORT]}. Reads the command line, instruments the JVM,
 * and runs the web application in an embedded Jetty with devserver's filter in front of it.
 */
@NullMarked
package io.github.devserver4j.jetty.runserver;

import org.jspecify.annotations.NullMarked;
