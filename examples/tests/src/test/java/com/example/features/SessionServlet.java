package com.example.features;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.Part;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Counts visits in the session; takes uploads. */
@WebServlet("/session")
@MultipartConfig
public final class SessionServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        @Nullable Object before = session.getAttribute("visits");
        int visits = 1 + (before == null ? 0 : (Integer) before);
        session.setAttribute("visits", visits);
        response.getWriter().print("visit " + visits + ", devserver before: " + request.getAttribute("filtersAbove"));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        for (Part part : request.getParts()) {
            response.getWriter()
                    .print(part.getName() + " " + part.getSubmittedFileName() + " " + part.getSize() + "\n");
        }
    }
}
