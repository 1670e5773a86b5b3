package io.github.devserver4j.spring.application;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One query on H2, by a controller and by a servlet of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SmallApplication.Controller.class)
public class SmallApplication {

    static final String QUERY = "SELECT 42";

    @RestController
    static class Controller {

        private final JdbcTemplate database;

        Controller(JdbcTemplate database) {
            this.database = database;
        }

        @GetMapping("/hello")
        String hello() {
            return "hello " + database.queryForObject(QUERY, Integer.class);
        }
    }

    @Bean
    static ServletRegistrationBean<HttpServlet> servlet(JdbcTemplate database) {
        HttpServlet servlet = new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                response.getWriter().print("plain " + database.queryForObject(QUERY, Integer.class));
            }
        };
        return new ServletRegistrationBean<>(servlet, "/plain/*");
    }
}
