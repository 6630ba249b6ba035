package io.anpip.cli.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the API.
 *
 * @param body missing node if it is empty or no JSON
 */
record Answer(int status, JsonNode body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Whether the same call may go well a little later. */
    boolean isTransient() {
        return status == 408 || status == 429 || status >= 500;
    }

    String problemTitle() {
        return body.path("title").asText("");
    }

    /** The sentence of the problem, with what was wrong field by field if it says so. */
    String problemDetail() {
        StringBuilder detail = new StringBuilder(body.path("detail").asText(""));
        for (JsonNode violation : body.path("violations")) {
            detail.append(detail.isEmpty() ? "" : " ")
                    .append(violation.path("field").asText(""))
                    .append(": ")
                    .append(violation.path("message").asText(""))
                    .append('.');
        }
        return detail.toString();
    }
}
