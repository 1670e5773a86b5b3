@NullMarked
package io.github.devserver4j.httpclient.okhttp;

import org.jspecify.annotations.NullMarked;
