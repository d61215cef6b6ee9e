/* SPDX-License-Identifier: Apache-2.0 */
/** What a text costs on the air. */
package com.cliqtel.camel.simulator.text;
