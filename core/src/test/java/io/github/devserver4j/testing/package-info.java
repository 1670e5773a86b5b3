/** What tests of several packages share: a call that integrations would make, and a fake clock. */
@NullMarked
package io.github.devserver4j.testing;

import org.jspecify.annotations.NullMarked;
