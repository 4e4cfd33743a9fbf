package io.github.mist4j.notebook;

import java.lang.reflect.Proxy;
import java.util.Map;

/**
 * Answers the INT signal, by which Jupyter interrupts a kernel whose kernelspec says {@code
 * interrupt_mode: signal}.
 *
 * <p>A kernel cannot see its own interrupt mode. Our kernelspec therefore also sets the environment
 * variable {@value #VARIABLE} to {@value #SIGNAL}; where it is not set (a plain JJava kernel, which
 * is interrupted by message) the signal keeps the meaning it had.
 */
final class InterruptSignal {
  static final String VARIABLE = "MIST4J_INTERRUPT";
  static final String SIGNAL = "signal";

  private InterruptSignal() {}

  /**
   * Installs the handler if the environment asks for it.
   *
   * @param environment the environment of the kernel's process
   * @param hard ends the running cell with an error
   * @throws IllegalStateException if this JVM has no signals
   */
  static void install(Map<String, String> environment, Runnable hard) {
    if (SIGNAL.equals(environment.get(VARIABLE))) {
      handle("INT", () -> interrupted(hard));
    }
  }

  /** Asks what runs to stop; where nothing does, or has been asked before, ends the cell. */
  static void interrupted(Runnable hard) {
    if (!Interrupts.ask()) {
      hard.run();
    }
  }

  /** By reflection: a mandatory warning of javac stands on every direct use of these classes. */
  private static void handle(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object answer =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), answer);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM cannot handle the signal " + name, e);
    }
  }
}
