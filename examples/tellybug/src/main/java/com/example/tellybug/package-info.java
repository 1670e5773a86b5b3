/**
 * A voting service as the live shows of television have them: its state is cached in memcached, recent votes are counted in
 * Redis and for good in DynamoDB, users come from Cassandra and are moved to DynamoDB when they are first seen, and each
 * vote is passed on to another service.
 */
@NullMarked
package com.example.tellybug;

import org.jspecify.annotations.NullMarked;
