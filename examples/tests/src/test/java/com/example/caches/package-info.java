/** An application that builds Caffeine caches of all four kinds. */
@NullMarked
package com.example.caches;

import org.jspecify.annotations.NullMarked;
