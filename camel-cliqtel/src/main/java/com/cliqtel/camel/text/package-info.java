/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a text is on the air: its encoding and segments, the same text in fewer of them, and the parts of one that is too
 * long. Pure.
 */
package com.cliqtel.camel.text;
