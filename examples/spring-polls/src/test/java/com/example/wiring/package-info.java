/** Ways to run the polls that the application itself does not have, out of reach of its search for beans. */
@NullMarked
package com.example.wiring;

import org.jspecify.annotations.NullMarked;
