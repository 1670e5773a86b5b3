/**
 * The part of the agent that is loaded beside a servlet container: puts the filter in front of the filters of each context
 * that starts. Containers are reached by reflection, so that one build serves all of them.
 *
 * <p>Depends on {@code servlet}, {@code agent} and the Servlet API.
 */
@NullMarked
package io.github.devserver4j.agent.servlet;

import org.jspecify.annotations.NullMarked;
