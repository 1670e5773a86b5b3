/** Tests of the application over real HTTP, on H2 and on PostgreSQL. */
@NullMarked
package com.example.polls;

import org.jspecify.annotations.NullMarked;
