/* SPDX-License-Identifier: Apache-2.0 */
/** The operations {@code send} and {@code estimate}. Internal. */
package com.cliqtel.camel.send;
