@NullMarked
package io.github.devserver4j.httpclient.apache;

import org.jspecify.annotations.NullMarked;
