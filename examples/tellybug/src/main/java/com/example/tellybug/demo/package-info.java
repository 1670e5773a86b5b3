/** Sends requests to the application and compares what devserver prints with what the servers have counted. */
@NullMarked
package com.example.tellybug.demo;

import org.jspecify.annotations.NullMarked;
