package com.example.springpolls;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cache.annotation.EnableCaching;

/** Starts the application. */
@SpringBootApplication
@EnableCaching
public class SpringPolls {

    public static void main(String[] args) {
        SpringApplication.run(SpringPolls.class, args);
    }
}
