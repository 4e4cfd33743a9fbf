package io.github.mist4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {
  private static JsonObject read(String json) throws IOException {
    return JsonObject.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    var object =
        new JsonObject()
            .with("text", "\"Σ\" \n")
            .with("number", 0.1)
            .with("count", 7)
            .with("flag", true)
            .with("nothing", null)
            .with("numbers", List.of(1.5, -2.0, 1e300))
            .with("parts", List.of(new JsonObject().with("a", 1), new JsonObject()));
    for (String written : List.of(object.toString(), object.toPrettyString())) {
      JsonObject again = read(written);
      assertThat(again.text("text")).isEqualTo("\"Σ\" \n");
      assertThat(again.number("number")).isEqualTo(0.1);
      assertThat(again.count("count")).isEqualTo(7);
      assertThat(again.number("count")).isEqualTo(7.0);
      assertThat(again.flag("flag")).isTrue();
      assertThat(again.has("nothing")).isTrue();
      assertThat(again.numbers("numbers")).containsExactly(1.5, -2.0, 1e300);
      assertThat(again.objects("parts").get(0).count("a")).isEqualTo(1);
      assertThat(again).hasToString(object.toString());
    }
    assertThat(object.toString()).doesNotContain("\n").contains("\"nothing\":null");
  }

  @Test
  void whatIsMissingOrOfAnotherKindIsNamed() throws IOException {
    JsonObject object = read("{\"a\": \"text\", \"b\": [1, \"x\"], \"c\": 1.5, \"extra\": {}}");
    assertThatIOException()
        .isThrownBy(() -> object.number("a"))
        .withMessage("'a' is missing or of another kind");
    assertThatIOException().isThrownBy(() -> object.numbers("b")).withMessageStartingWith("'b'");
    assertThatIOException().isThrownBy(() -> object.count("c")).withMessageStartingWith("'c'");
    assertThatIOException().isThrownBy(() -> object.text("d")).withMessageStartingWith("'d'");
  }

  @Test
  void whatIsNoObjectIsRefused() {
    for (String json : List.of("", "[1]", "{\"a\": ", "{\"a\": 1", "nonsense")) {
      assertThatIOException().as(json).isThrownBy(() -> read(json));
    }
  }
}
