/** The servers that the application talks to, embedded so that it can be tried without any, each with its own counts. */
@NullMarked
package com.example.tellybug.servers;

import org.jspecify.annotations.NullMarked;
