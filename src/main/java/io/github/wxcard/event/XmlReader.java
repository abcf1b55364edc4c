package io.github.wxcard.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML that WeChat pushes. Anybody can send such a text, so it may declare nothing, fetch
 * nothing and be neither large nor deep.
 */
public final class XmlReader {
  /** The longest message, in characters and, where it is read off a wire, in bytes. */
  public static final int LONGEST = 1 << 20;

  private static final int DEEPEST = 8;

  /** WeChat's longest messages have some dozens. */
  private static final int MOST_ELEMENTS = 1000;

  private final String name;
  private final XMLStreamReader xml;
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final List<String> repeated = new ArrayList<>();
  private int elements;

  /** The elements that are open, the innermost first. */
  private final Deque<String> open;

  private XmlReader(String name, XMLStreamReader xml, Deque<String> open) {
    this.name = name;
    this.xml = xml;
    this.open = open;
  }

  /**
   * The message in a text, or a {@link Failure} of kind INPUT with line and column.
   *
   * @param name what the text is called, as in {@code "the push"}
   */
  public static PushedMessage read(String text, String name) {
    if (text.length() > LONGEST) {
      throw Failure.of(
          FailureKind.INPUT, name + " is over 1 MiB", "No message of WeChat's is that long.");
    }
    String bare = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
    if (!bare.startsWith("<")) {
      throw Failure.of(
          FailureKind.INPUT,
          name + (bare.isEmpty() ? " is empty" : " is no XML"),
          "A message begins with <xml>.");
    }
    int doctype = doctype(bare);
    if (doctype >= 0) {
      // The JDK's parser would fail on some of these in ways of its own.
      throw refused(
          name, place(bare, doctype), "it has a DOCTYPE, and with that it could declare entities");
    }
    Deque<String> open = new ArrayDeque<>();
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(bare));
      return new XmlReader(name, xml, open).message();
    } catch (XMLStreamException e) {
      throw broken(name, e, XmlErrorMessage.at(e.getLocation(), bare, open));
    }
  }

  /** Where the DOCTYPE begins, behind comments and instructions; -1 when there is none. */
  private static int doctype(String xml) {
    int at = 0;
    while (at >= 0) {
      while (at < xml.length() && Character.isWhitespace(xml.charAt(at))) {
        at++;
      }
      if (xml.startsWith("<!DOCTYPE", at)) {
        return at;
      }
      at =
          xml.startsWith("<?", at)
              ? behind(xml, "?>", at)
              : xml.startsWith("<!--", at) ? behind(xml, "-->", at) : -1;
    }
    return -1;
  }

  private static int behind(String xml, String end, int from) {
    int found = xml.indexOf(end, from);
    return found < 0 ? -1 : found + end.length();
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever other libraries bring along.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("it refers to something outside");
        });
    return factory;
  }

  private PushedMessage message() throws XMLStreamException {
    while (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
      refuseEntities(xml.next());
    }
    element("", 1);
    while (xml.hasNext()) {
      refuseEntities(xml.next());
    }
    return new PushedMessage(fields, List.copyOf(repeated));
  }

  /** Reads what is inside an element up to its end; only one without elements has a value. */
  private void element(String path, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw refused("elements are nested more than " + DEEPEST + " deep");
    }
    if (++elements > MOST_ELEMENTS) {
      throw refused("it has more than " + MOST_ELEMENTS + " elements");
    }
    open.push(xml.getLocalName());
    StringBuilder value = new StringBuilder();
    boolean leaf = true;
    int event = next();
    while (event != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        leaf = false;
        String inner = xml.getLocalName();
        element(path.isEmpty() ? inner : path + "." + inner, depth + 1);
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        value.append(xml.getText());
      }
      event = next();
    }
    open.pop();
    if (leaf && !path.isEmpty()) {
      String text = value.toString().strip();
      if (fields.putIfAbsent(path, text) != null && !repeated.contains(path)) {
        repeated.add(path);
      }
    }
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    refuseEntities(event);
    return event;
  }

  private void refuseEntities(int event) {
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw refused("it uses the entity &" + xml.getLocalName() + ";");
    }
  }

  private Failure refused(String why) {
    return refused(name, place(xml.getLocation()), why);
  }

  private static Failure refused(String name, String place, String why) {
    return Failure.of(
        FailureKind.INPUT,
        name + ":" + place + ": " + why,
        "WeChat sends nothing like that; look at who sent it.");
  }

  private static Failure broken(String name, XMLStreamException cause, XmlErrorMessage trouble) {
    return Failure.of(
            FailureKind.INPUT,
            name + ":" + place(cause.getLocation()) + ": no well-formed XML: " + trouble.words(),
            "Take the body exactly as it came, without a shell or an editor in between.")
        .causedBy(cause);
  }

  private static String place(String text, int offset) {
    String before = text.substring(0, offset);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return line + ":" + (offset - before.lastIndexOf('\n'));
  }

  private static String place(Location location) {
    return location == null ? "1:1" : location.getLineNumber() + ":" + location.getColumnNumber();
  }
}
