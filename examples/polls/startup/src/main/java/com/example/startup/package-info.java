/** How long it takes to the first answer of the polls: by hand and by runserver. */
@NullMarked
package com.example.startup;

import org.jspecify.annotations.NullMarked;
