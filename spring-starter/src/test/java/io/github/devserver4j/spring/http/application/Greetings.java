package io.github.devserver4j.spring.http.application;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** An HTTP interface. */
public interface Greetings {

    @GetExchange("/hello/{name}")
    String greeting(@PathVariable String name);

    @PostExchange("/echo")
    String echo(@RequestBody String text);
}
