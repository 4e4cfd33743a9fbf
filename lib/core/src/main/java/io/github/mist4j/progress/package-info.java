/** How far long work has come, where that is shown, and how it is stopped. */
package io.github.mist4j.progress;
