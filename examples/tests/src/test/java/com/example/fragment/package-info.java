/** A library for web applications, with a fragment of a web.xml and an initializer. */
@NullMarked
package com.example.fragment;

import org.jspecify.annotations.NullMarked;
