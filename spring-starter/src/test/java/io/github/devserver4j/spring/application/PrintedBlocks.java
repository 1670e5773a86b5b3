package io.github.devserver4j.spring.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devserver4j.DevServer;
import io.github.devserver4j.DevServerSettings;
import io.github.devserver4j.console.BlockSink;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The blocks that an application's requests print. Thread-safe. */
final class PrintedBlocks implements BlockSink {

    private final BlockingQueue<String> blocks = new LinkedBlockingQueue<>();
    private final DevServer devServer = DevServer.create(DevServerSettings.defaults(), this);

    DevServer devServer() {
        return devServer;
    }

    @Override
    public void write(String block) {
        blocks.add(block);
    }

    /** Fails unless the next block is that of a GET of this path, with the one query. */
    void expect(String path) throws InterruptedException {
        String block = blocks.poll(10, TimeUnit.SECONDS);
        assertThat(block).isNotNull().contains("\"GET " + path + " HTTP/1.1\" 200", "sql: ", "(1q)");
        assertThat(block).containsOnlyOnce(SmallApplication.QUERY);
    }

    /** Ends the recording; fails if there is a block that was not expected. */
    void expectNothingElse() {
        devServer.close(); // what is left is printed
        assertThat(blocks).isEmpty();
    }
}
