/** What the polls answer and what devserver prints of them, in JVMs of their own. */
@NullMarked
package com.example.springpolls;

import org.jspecify.annotations.NullMarked;
