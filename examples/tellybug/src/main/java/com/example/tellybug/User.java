package com.example.tellybug;

/**
 * Someone who votes.
 *
 * @param id the short name
 * @param name the full name
 */
record User(String id, String name) {}
