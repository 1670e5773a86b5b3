/** Web applications that have never heard of devserver, for tests of its agent. */
@NullMarked
package com.example.agent;

import org.jspecify.annotations.NullMarked;
