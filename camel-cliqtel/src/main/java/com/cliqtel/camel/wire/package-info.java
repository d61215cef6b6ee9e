/* SPDX-License-Identifier: Apache-2.0 */
/** Between the model and bytes: the only package that imports Jackson's streaming and binding. */
package com.cliqtel.camel.wire;
