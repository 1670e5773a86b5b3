package com.example.tellybug;

/**
 * A show with its poll.
 *
 * @param slug the short name that addresses have
 * @param title what is shown
 * @param options how many choices its poll has, numbered from 1
 */
record Event(String slug, String title, int options) {

    /** As it is kept in the cache and answered. */
    String json() {
        return "{\"event\":\"" + title + "\",\"options\":" + options + "}";
    }
}
