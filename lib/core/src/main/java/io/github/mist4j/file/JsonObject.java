package io.github.mist4j.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object of JSON: names with numbers, texts, truth values, nulls, objects, and lists of those.
 *
 * <p>Reads and writes by tokens; binding JSON to classes costs 0.25 s when a program starts.
 *
 * <pre>{@code
 * JsonObject json = new JsonObject().with("kind", "mine").with("layers", 2);
 * int layers = json.count("layers");
 * }</pre>
 */
public final class JsonObject {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, Object> entries = new LinkedHashMap<>();

  /**
   * Reads an object.
   *
   * @throws IOException if the bytes are not one object of JSON
   */
  public static JsonObject read(byte[] json) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object of JSON");
      }
      return object(parser);
    } catch (JsonProcessingException e) {
      throw new IOException(e.getOriginalMessage(), e); // its message has a second line
    }
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    var object = new JsonObject();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      object.entries.put(name, value(parser));
    }
    return object;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        var list = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  /**
   * Adds an entry.
   *
   * @param value a number, text, truth value, null, object, or a list of those
   */
  public JsonObject with(String name, Object value) {
    entries.put(name, value instanceof Integer whole ? Long.valueOf(whole) : value);
    return this;
  }

  /** Adds all entries of another object. */
  public JsonObject with(JsonObject other) {
    entries.putAll(other.entries);
    return this;
  }

  /** Whether there is an entry of a name. */
  public boolean has(String name) {
    return entries.containsKey(name);
  }

  /** Whether an entry is missing or null. */
  public boolean isNull(String name) {
    return entries.get(name) == null;
  }

  /** A number, which is finite: larger ones than there are would be read as infinite. */
  public double number(String name) throws IOException {
    return finite(name, get(name, Number.class));
  }

  private static double finite(String name, Number number) throws IOException {
    if (!Double.isFinite(number.doubleValue())) {
      throw new IOException("'%s' is not a finite number".formatted(name));
    }
    return number.doubleValue();
  }

  /** A whole number. */
  public long integer(String name) throws IOException {
    return get(name, Long.class);
  }

  /** A whole number that fits an int. */
  public int count(String name) throws IOException {
    long number = integer(name);
    if (number != (int) number) {
      throw new IOException("'%s' is too large, was %s".formatted(name, number));
    }
    return (int) number;
  }

  /** A text. */
  public String text(String name) throws IOException {
    return get(name, String.class);
  }

  /** A truth value. */
  public boolean flag(String name) throws IOException {
    return get(name, Boolean.class);
  }

  /** An object in this one. */
  public JsonObject object(String name) throws IOException {
    return get(name, JsonObject.class);
  }

  /** A list of objects. */
  public List<JsonObject> objects(String name) throws IOException {
    return list(name, JsonObject.class);
  }

  /** A list of numbers. */
  public List<Double> numbers(String name) throws IOException {
    var numbers = new ArrayList<Double>();
    for (Number number : list(name, Number.class)) {
      numbers.add(finite(name, number));
    }
    return numbers;
  }

  private <T> List<T> list(String name, Class<T> kind) throws IOException {
    var list = new ArrayList<T>();
    for (Object item : get(name, List.class)) {
      list.add(cast(name, item, kind));
    }
    return list;
  }

  private <T> T get(String name, Class<T> kind) throws IOException {
    return cast(name, entries.get(name), kind);
  }

  private static <T> T cast(String name, Object value, Class<T> kind) throws IOException {
    if (!kind.isInstance(value)) {
      throw new IOException("'%s' is missing or of another kind".formatted(name));
    }
    return kind.cast(value);
  }

  /** Whether the other is an object with the same entries, in any order. */
  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject object && entries.equals(object.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** The object on one line. */
  @Override
  public String toString() {
    return written(false);
  }

  /** The object on many lines. */
  public String toPrettyString() {
    return written(true);
  }

  private String written(boolean pretty) {
    var text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      if (pretty) {
        generator.useDefaultPrettyPrinter();
      }
      write(generator, this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, Object value) throws IOException {
    if (value instanceof JsonObject object) {
      generator.writeStartObject();
      for (Map.Entry<String, Object> entry : object.entries.entrySet()) {
        generator.writeFieldName(entry.getKey());
        write(generator, entry.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof List<?> list) {
      generator.writeStartArray();
      for (Object item : list) {
        write(generator, item);
      }
      generator.writeEndArray();
    } else if (value instanceof Double number) {
      generator.writeNumber(number);
    } else if (value instanceof Number number) {
      generator.writeNumber(number.longValue());
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value == null) {
      generator.writeNull();
    } else {
      generator.writeString(value.toString());
    }
  }
}
