package io.github.devserver4j.spring.application;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.devserver4j.DevServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MockMvc;

/** Turned on by hand, devserver shows what a test's requests do. */
@SpringBootTest(
        classes = {SmallApplication.class, MockMvcTest.Recording.class},
        properties = "devserver.enabled=true")
@AutoConfigureMockMvc
@Tag("newest") // Boot 3 has the annotation elsewhere
class MockMvcTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private PrintedBlocks blocks;

    @Test
    void aRequestWithoutServerIsABlock() throws Exception {
        mvc.perform(get("/hello")).andExpect(status().isOk());
        blocks.expect("/hello");
        blocks.expectNothingElse();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Recording {

        @Bean
        static PrintedBlocks blocks() {
            return new PrintedBlocks();
        }

        @Bean
        static DevServer devServer(PrintedBlocks blocks) {
            return blocks.devServer();
        }
    }
}
