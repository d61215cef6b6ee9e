/* SPDX-License-Identifier: Apache-2.0 */
/** Reading messages in order from a position: none lost, none twice, whatever order and resolution a list has. */
package com.cliqtel.camel.inbox;
