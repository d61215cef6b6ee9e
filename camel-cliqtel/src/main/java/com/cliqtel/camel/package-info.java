/* SPDX-License-Identifier: Apache-2.0 */
/** Camel: the component, its endpoints, one small class per operation, the consumers, headers and converters. */
package com.cliqtel.camel;
