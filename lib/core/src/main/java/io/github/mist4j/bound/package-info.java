/** Lower bounds of the information that hold whatever the law of the rows is. */
package io.github.mist4j.bound;
