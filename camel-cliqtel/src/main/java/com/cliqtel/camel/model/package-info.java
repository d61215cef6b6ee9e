/* SPDX-License-Identifier: Apache-2.0 */
/** The bodies of the operations, and the values in them. Classes marked "Internal" are not part of the public API. */
package com.cliqtel.camel.model;
