/** A servlet application on each server that the agent knows, which has never heard of devserver. */
@NullMarked
package com.example.servers;

import org.jspecify.annotations.NullMarked;
