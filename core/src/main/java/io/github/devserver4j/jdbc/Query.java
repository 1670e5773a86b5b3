package io.github.devserver4j.jdbc;

import io.github.devserver4j.trace.Call;

/** A call that counts as a query in the summary: a statement's execution, as opposed to a commit. */
interface Query extends Call {}
