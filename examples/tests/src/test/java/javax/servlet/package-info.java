/** Stands for the API of Java EE, which servers of Jakarta EE do not have. */
@NullMarked
package javax.servlet;

import org.jspecify.annotations.NullMarked;
