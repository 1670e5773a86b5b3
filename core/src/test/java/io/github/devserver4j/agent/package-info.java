/** Tests of the agent's parts; that it works is tested on the packaged launcher. */
@NullMarked
package io.github.devserver4j.agent;

import org.jspecify.annotations.NullMarked;
