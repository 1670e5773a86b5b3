package io.github.devserver4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a servlet container has to offer: JSP and JSTL, annotations, fragments, initializers, sessions, uploads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesIT {

    private static final String PAGE = """
            <%@ taglib prefix="c" uri="jakarta.tags.core" %>
            <%@ page session="false" %>
            <c:forEach var="i" begin="1" end="3">${i * 2} </c:forEach>
            listened: <%= application.getAttribute("listened") %>
            """;

    @SuppressWarnings("NullAway.Init") // by start()
    private RunningServer server;

    Jdk jdk() {
        return Jdk.main();
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        Path war = WebAppFiles.in(folder, "features")
                .classes("com.example.features")
                .libs("jakarta.servlet.jsp.jstl", "jakarta.servlet.jsp.jstl-api", "jspecify")
                .libs("tomcat-juli") // as many a WAR made for Tomcat has
                .lib(
                        "fragment.jar",
                        "com.example.fragment",
                        Map.of(
                                "META-INF/services/jakarta.servlet.ServletContainerInitializer",
                                "com.example.fragment.Initializer\n",
                                "META-INF/resources/from-a-library.txt",
                                "text of a library",
                                "META-INF/web-fragment.xml",
                                """
                                <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                                  <servlet>
                                    <servlet-name>fragment</servlet-name>
                                    <servlet-class>com.example.fragment.FragmentServlet</servlet-class>
                                  </servlet>
                                  <servlet-mapping>
                                    <servlet-name>fragment</servlet-name>
                                    <url-pattern>/fragment</url-pattern>
                                  </servlet-mapping>
                                </web-fragment>
                                """))
                .file("page.jsp", PAGE)
                .file("WEB-INF/jetty-web.xml", """
                        <?xml version="1.0"?>
                        <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
                        <Configure class="org.eclipse.jetty.webapp.WebAppContext">
                          <Call name="aMethodOfAnotherJetty"/>
                        </Configure>
                        """)
                .war();
        server = Launch.runserver(war).on(jdk()).start();
    }

    @Test
    void aJspWithATagLibrary() throws Exception {
        for (int request = 0; request < 2; request++) {
            String body = server.body("/page.jsp");
            assertThat(body.strip()).isEqualTo("2 4 6 \nlistened: yes");
            assertLine("GET /page.jsp HTTP/1.1\" 200 " + body.length());
        }
    }

    @Test
    void aFragmentAndAnInitializerOfALibrary() throws Exception {
        assertThat(server.body("/fragment")).isEqualTo("[FragmentServlet, SessionServlet]");
        assertLine("GET /fragment HTTP/1.1\" 200 33");
        assertThat(server.body("/from-a-library.txt")).isEqualTo("text of a library");
    }

    @Test
    void aSessionAndTheApplicationsFiltersAfterDevserver() throws Exception {
        HttpResponse<String> first = server.get("/session");
        assertThat(first.body()).isEqualTo("visit 1, devserver before: 1");
        assertLine("GET /session HTTP/1.1\" 200 28");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        HttpRequest.Builder second =
                HttpRequest.newBuilder(server.uri("/session")).header("Cookie", cookie);
        assertThat(server.send(second).body()).isEqualTo("visit 2, devserver before: 1");
        assertLine("GET /session HTTP/1.1\" 200 28");
    }

    @Test
    void anUpload() throws Exception {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"notes\"; filename=\"notes.txt\"\r\n\r\nfour\r\n--b--\r\n";
        HttpRequest.Builder upload = HttpRequest.newBuilder(server.uri("/session"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body));
        assertThat(server.send(upload).body()).isEqualTo("notes notes.txt 4\n");
        assertLine("POST /session HTTP/1.1\" 200 18");
    }

    @AfterAll
    void stop() throws Exception {
        server.stop();
        assertThat(server.remainingErr())
                .singleElement()
                .asString()
                .startsWith("WARN ")
                .contains("jetty-web.xml");
        assertThat(server.remainingOut()).isEmpty();
        server.close();
    }

    private void assertLine(String request) throws Exception {
        assertThat(server.block()).isEqualTo("[date] \"" + request + " (time: #s; sql: #ms (0q); mem: #)");
    }
}
